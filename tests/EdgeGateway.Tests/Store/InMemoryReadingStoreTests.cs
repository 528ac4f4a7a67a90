using EdgeGateway.Store;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Store;

public sealed class InMemoryReadingStoreTests : ReadingStoreContract
{
    protected override IReadingStore Make() => new InMemoryReadingStore();

    protected override Task TellGapsAsync()
    {
        ((InMemoryReadingStore)Store).TellGaps();
        return Task.CompletedTask;
    }
}
