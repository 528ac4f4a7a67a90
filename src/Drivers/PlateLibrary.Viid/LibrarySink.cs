using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.PlateLibrary.Viid;

/// <summary>Readings that came through a library, under the name of this driver.</summary>
internal sealed class LibrarySink(IReadingSink sink) : IReadingSink
{
    public ValueTask<Emitted> EmitAsync(Reading reading, CancellationToken ct) => sink.EmitAsync(reading with { Driver = ViidLibraryMapping.DriverName }, ct);
}
