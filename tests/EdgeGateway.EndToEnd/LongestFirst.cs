using EdgeGateway.EndToEnd.Brokers;
using EdgeGateway.EndToEnd.Loss;
using EdgeGateway.EndToEnd.Store;
using EdgeGateway.EndToEnd.Store.PowerCut;
using Xunit.Abstractions;

namespace EdgeGateway.EndToEnd;

/// <summary>
/// The tests of a class run one after the other, so that a long class that begins last runs on while all others are done.
/// Those that take more than half a minute begin first, and what waits between what computes.
/// </summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] s_long =
    [
        .. new[]
        {
            typeof(RabbitMqSuite), typeof(PowerCutTests), typeof(KillPointTests), typeof(NatsClusterSuite), typeof(EjabberdSuite), typeof(MosquittoSuite),
            typeof(KillTests), typeof(BadNightTests), typeof(DiskFaultTests), typeof(OutageTests), typeof(StoreCrashTests), typeof(Time.ClockJumpTests), typeof(TwoVendorsTests),
        }.Select(static type => type.FullName!),
    ];

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) => testCollections.OrderBy(Place);

    private static int Place(ITestCollection collection)
    {
        int place = Array.FindIndex(s_long, name => collection.DisplayName.EndsWith(" " + name, StringComparison.Ordinal));
        return place < 0 ? s_long.Length : place;
    }
}
