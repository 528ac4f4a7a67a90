// Most tests wait: for brokers, for nights and outages to pass, for a disk. They go four at a time on two cores, longest waits of 60 s and more
// bear that. What measures, or holds what it sees against a clock, goes alone, after them.
[assembly: CollectionBehavior(MaxParallelThreads = 4)]
[assembly: TestCollectionOrderer("EdgeGateway.EndToEnd.LongestFirst", "EdgeGateway.EndToEnd")]

namespace EdgeGateway.EndToEnd;

/// <summary>Classes whose tests run while nothing else does.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
