"""Check a 政府信息公开工作年度报告 against the law and the form that it must follow.

The flow has one direction, and each step has one place:

    bytes --readers--> Document --.
                                  engine --> Assessment --reports--> HTML, JSON, text
    YAML  --rulebook--> Rule -----'
"""

__version__ = "0.1.0"
