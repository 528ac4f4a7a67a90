using System.Net;

namespace EdgeGateway.Drivers.Transport;

/// <summary>One open UDP port. Receiving and sending go on side by side, one receiver.</summary>
public interface IDatagramPort : IDisposable
{
    /// <summary>Where it listens; the port that the system chose when 0 was asked for.</summary>
    IPEndPoint Local { get; }

    /// <summary>Waits for the next datagram; what is longer than the buffer is cut and counts as its full buffer.</summary>
    /// <exception cref="IOException">The port is gone.</exception>
    ValueTask<DatagramReceipt> ReceiveAsync(Memory<byte> buffer, CancellationToken ct);

    /// <summary>Sends one datagram. Nobody there is no error: UDP does not know.</summary>
    /// <exception cref="IOException">The network card or the route is gone; the message is for a technician.</exception>
    ValueTask SendAsync(ReadOnlyMemory<byte> bytes, IPEndPoint to, CancellationToken ct);
}

/// <param name="Length">Bytes of the buffer that were filled.</param>
/// <param name="From">Who sent it.</param>
public readonly record struct DatagramReceipt(int Length, IPEndPoint From);
