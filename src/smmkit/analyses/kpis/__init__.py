"""What is measured, against what it is to reach: values, periods, targets, scales, results."""
