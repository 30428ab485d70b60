"""Large registers: batch functions on columns, run on all cores here or by Spark, with one kernel.

Importing the package compiles nothing and loads no compiler; `linking.find_pairs` does when it is called.
"""
