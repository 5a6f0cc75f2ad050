"""Reports that lie on a site: fetched when the user names their address, and only then."""
