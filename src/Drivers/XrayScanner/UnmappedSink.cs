using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.XrayScanner;

/// <summary>What the disk refused has not been told: the type is told again with its next event, and not a day later.</summary>
internal sealed class UnmappedSink(IReadingSink sink, UnmappedEvents unmapped) : IReadingSink
{
    public async ValueTask<Emitted> EmitAsync(Reading reading, CancellationToken ct)
    {
        try
        {
            return await sink.EmitAsync(reading, ct).ConfigureAwait(false);
        }
        catch when (reading.Body is DeviceStatusBody { What: UnmappedEvents.What, Level: { } type })
        {
            unmapped.Forget(type);
            throw;
        }
    }
}
