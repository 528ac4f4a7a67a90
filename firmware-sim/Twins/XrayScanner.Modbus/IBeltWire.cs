using System.Net;

namespace EdgeGateway.Sim.Twins.XrayScanner.Modbus;

/// <summary>How requests come in: Modbus TCP, or RTU on a line.</summary>
public interface IBeltWire : IAsyncDisposable
{
    /// <summary>Where it listens, once open; null on a line.</summary>
    IPEndPoint? EndPoint { get; }

    void Open();

    /// <summary>Answers until stopped.</summary>
    Task RunAsync(BeltDesk desk, CancellationToken ct);

    /// <summary>Cuts every link.</summary>
    void Drop();
}
