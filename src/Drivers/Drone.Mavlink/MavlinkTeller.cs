using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Abstractions.Airspace;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Drones;

namespace EdgeGateway.Drivers.Drone.Mavlink;

/// <summary>Brings what was heard to the site's rules and to the disk. Only the listener tells.</summary>
/// <param name="context">Device, clock, who watches.</param>
/// <param name="sink">Where readings go.</param>
internal sealed class MavlinkTeller(DriverContext context, IReadingSink sink)
{
    private const string Troubles = "troubles";

    private readonly EmitWindow _window = new(sink);
    private readonly long _began = context.Time.GetTimestamp();
    private TimeSpan _held;

    /// <summary>
    /// How long we have listened. It stands still while the disk holds us back: who was not listened to has not been silent.
    /// </summary>
    public TimeSpan Now => context.Time.GetElapsedTime(_began) - _held;

    public DateTimeOffset Received => context.Time.GetUtcNow();

    public StandingTroubles Standing { get; } = new(context.Memory?.Recall(Troubles));

    public async ValueTask TellAsync(Lane lane, ReadingBody body, CancellationToken ct)
    {
        long since = context.Time.GetTimestamp();
        await _window.EmitAsync(MavlinkMapping.Reading(context.Device, lane, Received, body), ct).ConfigureAwait(false);
        _held += context.Time.GetElapsedTime(since);
    }

    /// <summary>What is told of troubles is remembered once it is safe: a crash between the two tells it again.</summary>
    public async Task RememberTroublesAsync(CancellationToken ct)
    {
        long since = context.Time.GetTimestamp();
        await _window.SettleAsync().ConfigureAwait(false);
        await (context.Memory?.RememberAsync(Troubles, Standing.Write(), ct) ?? Task.CompletedTask).ConfigureAwait(false);
        _held += context.Time.GetElapsedTime(since);
    }

    public ValueTask SeeAsync(string vehicle, string source, Func<VehicleFacts, VehicleFacts> fill, CancellationToken ct) =>
        context.Airspace is { } airspace ? airspace.SeeAsync(fill(new VehicleFacts(Origin, vehicle, Received, source)), sink, ct) : ValueTask.CompletedTask;

    public ValueTask<bool?> OverhearAsync(DroneRemoteIdBody seen, CancellationToken ct) =>
        context.Airspace is { } airspace ? airspace.OverhearAsync(Origin, seen, Received, sink, ct) : ValueTask.FromResult<bool?>(null);

    /// <summary>What the disk refuses is gone: a vehicle does not say it again.</summary>
    public Task SettleAsync() => _window.SettleAsync(context.Watch);

    private VehicleOrigin Origin => new(context.Device, MavlinkMapping.DriverName);
}
