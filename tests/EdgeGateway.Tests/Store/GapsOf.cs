using System.Text.Json;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Store;

namespace EdgeGateway.Tests.Store;

/// <summary>The gap records that wait in a store.</summary>
internal static class GapsOf
{
    public static IReadOnlyList<GapBody> Store(IReadingStore store) =>
        [.. store.Read(Lane.Event, 0, 100_000).Where(static reading => reading.Kind == GapBody.KindName).Select(Body)];

    public static GapBody Body(StoredReading reading) =>
        JsonDocument.Parse(reading.Payload).RootElement.GetProperty("data").Deserialize(BodyJson.Default.GapBody)!;
}
