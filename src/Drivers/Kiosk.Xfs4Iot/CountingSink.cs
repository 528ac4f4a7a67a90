using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.Kiosk.Xfs4Iot;

/// <summary>Counts what the disk refused: a kiosk says how it is, and never again how it was.</summary>
internal sealed class CountingSink(IReadingSink sink, IDeviceWatch watch) : IReadingSink
{
    public async ValueTask<Emitted> EmitAsync(Reading reading, CancellationToken ct)
    {
        try
        {
            return await sink.EmitAsync(reading, ct).ConfigureAwait(false);
        }
        catch (StoreRefusedException)
        {
            watch.Fault(FaultKind.Busy, WatchReasons.NotStored);
            throw;
        }
    }
}
