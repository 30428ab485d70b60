"""The signs: drawn on 24 by 24, in the ink of the text beside them."""

SIGNS = {
    "done": '<circle cx="12" cy="12" r="9.5"/><path d="m7.5 12.5 3 3 6-6.5"/>',
    "active": '<circle cx="12" cy="12" r="9.5"/><path d="M12 6a6 6 0 0 1 0 12z" fill="currentColor"/>',
    "not-started": '<circle cx="12" cy="12" r="9.5"/>',
    "blocked": '<rect x="4.5" y="11" width="15" height="10" rx="1.5"/><path d="M8 11V7.5a4 4 0 0 1 8 0V11"/>',
    "trouble": '<path d="M8 2.5h8L21.5 8v8L16 21.5H8L2.5 16V8z"/><path d="M12 7v6m0 3v.6"/>',
    "due": '<circle cx="12" cy="12" r="9.5"/><path d="M12 6.5V12l3.5 2.5"/>',
    "late": '<path d="M12 3 22 20.5H2z"/><path d="M12 9.5v5m0 2.6v.4"/>',
    "on-schedule": '<rect x="3" y="5" width="18" height="16" rx="1.5"/><path d="M3 10h18M8 2.5V7m8-4.5V7"/>',
    "not-applicable": '<circle cx="12" cy="12" r="9.5"/><path d="M7.5 12h9"/>',
    "contested": '<path d="M4 8h14m-4-4 4 4-4 4M20 16H6m4-4-4 4 4 4"/>',
    "unknown": '<circle cx="12" cy="12" r="9.5"/>'
    '<path d="M9.3 9.4a2.8 2.8 0 1 1 3.9 2.6c-.8.4-1.2.9-1.2 1.8m0 2.8v.4"/>',
    "next": '<path d="m9 5 7 7-7 7"/>',
    "download": '<path d="M12 3v12m-5-5 5 5 5-5M4 20.5h16"/>',
    "print": '<path d="M7 9V3h10v6M7 17H3.5V9h17v8H17"/><path d="M7 14h10v7H7z"/>',
    "law": '<path d="M6 3h12v18H6zM9.5 8h5m-5 4h5m-5 4h3"/>',
    "search": '<circle cx="10.5" cy="10.5" r="6.5"/><path d="m15.5 15.5 5.5 5.5"/>',
    # A punched sheet above the box. No state emblem, for no state body publishes this.
    "mark": '<path d="M2.5 12h19v9.5h-19zM6.5 12V2.5h11V12M8 16h8"/>'
    '<circle cx="12" cy="7.2" r="1.4" fill="currentColor"/>',
}
"""Name -> paths. The first eleven are states and stand beside their word."""
