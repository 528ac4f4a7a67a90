// Tests that mostly wait for brokers go two at a time; what measures, fills, kills or keeps both cores busy goes alone, after them.
[assembly: CollectionBehavior(MaxParallelThreads = 2)]

namespace EdgeGateway.EndToEnd;

/// <summary>Classes whose tests run while nothing else does.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
