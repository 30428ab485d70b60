"""Large registers: batch functions on columns, run on all cores here or by Spark, with one kernel."""
