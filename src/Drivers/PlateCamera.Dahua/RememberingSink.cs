using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.PlateCamera.Dahua;

/// <summary>Notes what the sink has made safe, and nothing else.</summary>
internal sealed class RememberingSink(IReadingSink sink, DahuaMemory memory) : IReadingSink
{
    public async ValueTask<Emitted> EmitAsync(Reading reading, CancellationToken ct)
    {
        var emitted = await sink.EmitAsync(reading, ct).ConfigureAwait(false);
        memory.Stored(reading);
        return emitted;
    }
}
