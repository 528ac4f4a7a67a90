using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Store.Recovery;

/// <summary>What the gateway has to say of its own store, as readings.</summary>
internal sealed class OwnReadings(StoreOptions options, TimeProvider time)
{
    /// <summary>The device under which the gateway speaks of itself.</summary>
    public const string Device = "gateway";

    private const string Driver = "store";

    private readonly ReadingEnvelope _envelope = new(options.Site, options.Gateway);

    public PendingReading Of(ReadingBody body, Lane lane = Lane.Alarm)
    {
        DateTimeOffset now = time.GetUtcNow();
        var reading = new Reading
        {
            Device = Device,
            Driver = Driver,
            Lane = lane,
            Time = now,
            TimeFrom = TimeOrigin.Gateway,
            Received = now,
            Body = body,
        };
        return PendingReading.Of(reading, _envelope);
    }
}
