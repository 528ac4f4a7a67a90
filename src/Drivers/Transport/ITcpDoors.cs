using System.Net;
using EdgeGateway.Drivers.Abstractions;

namespace EdgeGateway.Drivers.Transport;

/// <summary>Listens for devices that open a TCP connection and speak a protocol of their own.</summary>
public interface ITcpDoors
{
    /// <param name="local">Where; port 0 takes a free one.</param>
    /// <exception cref="DeviceFaultException">Taken, no such address or not allowed, and what to do.</exception>
    ITcpDoor Open(IPEndPoint local);
}

/// <summary>One port.</summary>
public interface ITcpDoor : IDisposable
{
    IPEndPoint Local { get; }

    /// <exception cref="DeviceFaultException"><c>Unreachable</c>: the port is gone.</exception>
    Task<TcpGuest> AcceptAsync(CancellationToken ct);
}

/// <summary>Somebody who came.</summary>
/// <param name="Link">Sends at once (no Nagle delay); disposing it closes the connection.</param>
/// <param name="From">Who it is by address; no proof.</param>
public sealed record TcpGuest(Stream Link, IPEndPoint From);
