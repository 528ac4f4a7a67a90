using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.Cabinet;

/// <summary>Tells the platform. A cabinet keeps no time of its own: everything is of the moment in which it was seen.</summary>
internal sealed class CabinetVoice(DriverContext context, string driver, IReadingSink sink)
{
    public IReadingSink Sink => sink;

    public Reading Reading(Lane lane, ReadingBody body)
    {
        var now = context.Time.GetUtcNow();
        return new Reading { Device = context.Device, Driver = driver, Lane = lane, Time = now, TimeFrom = TimeOrigin.Gateway, Received = now, Body = body };
    }

    /// <exception cref="StoreRefusedException">The disk refuses; counted, and the reading is not safe.</exception>
    public async Task TellAsync(Lane lane, ReadingBody body, CancellationToken ct)
    {
        try
        {
            await sink.EmitAsync(Reading(lane, body), ct).ConfigureAwait(false);
        }
        catch (StoreRefusedException)
        {
            context.Watch.Fault(FaultKind.Busy, WatchReasons.NotStored);
            throw;
        }
    }
}
