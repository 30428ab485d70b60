"""What lies sealed in the database: keys, sealing with AES-GCM, and the keyed marks to search by."""
