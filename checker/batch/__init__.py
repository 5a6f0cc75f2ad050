"""Many reports: judged by several processes, journalled, and written out in a fixed order."""
