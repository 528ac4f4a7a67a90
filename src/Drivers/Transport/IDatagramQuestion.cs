using System.Net;

namespace EdgeGateway.Drivers.Transport;

/// <summary>Asks with datagrams and hears who answers.</summary>
public interface IDatagramQuestion
{
    /// <summary>Sends each datagram once and listens until the time is over; every answer counts, from whomever.</summary>
    /// <param name="to">A device, or a multicast group.</param>
    /// <param name="datagrams">Sent from one socket.</param>
    /// <param name="wait">How long answers are heard, by the machine's clock.</param>
    /// <param name="ct">Ends it early; what was heard is lost.</param>
    /// <returns>At most 256 answers of at most 64 KB, 1 MB in all.</returns>
    /// <exception cref="IOException">Nothing could be sent; the message is for a technician.</exception>
    Task<IReadOnlyList<DatagramAnswer>> AskAsync(IPEndPoint to, IReadOnlyList<byte[]> datagrams, TimeSpan wait, CancellationToken ct);
}

/// <param name="From">Who sent it.</param>
/// <param name="Bytes">What it says.</param>
public sealed record DatagramAnswer(IPEndPoint From, byte[] Bytes);
