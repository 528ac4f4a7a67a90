using EdgeGateway.Sim.Cameras;
using EdgeGateway.Sim.Ledger;

namespace EdgeGateway.Sim.Inspections;

/// <summary>An endless answer: the scanner talks into it and never learns what became of it.</summary>
/// <param name="server">Where the gateway comes to.</param>
/// <param name="chunk">Bytes written at a time; 0 for all.</param>
public sealed class StreamInspectionWire(AlertStreamServer server, int chunk) : IInspectionWire
{
    public void Start() => server.Start();

    public async Task<string> TellAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        if (server.Current is not { } stream)
        {
            return TruthLine.None;
        }

        int size = chunk == 0 ? bytes.Length : chunk;
        for (int at = 0; at < bytes.Length; at += size)
        {
            if (!await stream.WriteAsync(bytes.Slice(at, Math.Min(size, bytes.Length - at)), ct).ConfigureAwait(false))
            {
                return TruthLine.None;
            }
        }

        return TruthLine.Stream;
    }

    public async Task CutInsideAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        await TellAsync(bytes[..(bytes.Length / 2)], ct).ConfigureAwait(false);
        Drop();
    }

    public void Drop() => server.Current?.Close();

    public ValueTask DisposeAsync() => server.DisposeAsync();
}
