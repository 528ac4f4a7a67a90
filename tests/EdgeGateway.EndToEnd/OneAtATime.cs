// Real brokers and processes on two cores: one test at a time, or the figures they print mean nothing.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
