"""What a page is made of: frozen values that views fill and `{% show %}` sets in type.

Each class names its template; its fields are the whole contract of that template.
"""
