using System.Net;

namespace EdgeGateway.Drivers.Drone.Mavlink;

/// <summary>What carries MAVLink: a UDP port, a TCP connection or a serial line. One listener; sending goes on beside it, one at a time.</summary>
internal interface IMavlinkLink : IAsyncDisposable
{
    /// <summary>The only far end there is; null on a port where anybody may send.</summary>
    IPEndPoint? Fixed { get; }

    /// <summary>Whether a piece is a datagram, in which frames begin and end.</summary>
    bool IsDatagrams { get; }

    /// <summary>Waits for what comes.</summary>
    /// <param name="patience">How long; what was begun stays under way.</param>
    /// <param name="ct">Given up.</param>
    /// <returns>Bytes, valid until the next call; null when nothing came.</returns>
    /// <exception cref="Abstractions.DeviceFaultException">The link is gone.</exception>
    ValueTask<LinkPiece?> NextAsync(TimeSpan patience, CancellationToken ct);

    /// <param name="frame">One frame.</param>
    /// <param name="to">Without meaning where there is only one far end.</param>
    /// <param name="ct">Given up.</param>
    /// <exception cref="IOException">It could not be sent.</exception>
    ValueTask SendAsync(ReadOnlyMemory<byte> frame, IPEndPoint to, CancellationToken ct);
}

/// <param name="Bytes">What came.</param>
/// <param name="From">From where; on a stream the same all the time.</param>
internal readonly record struct LinkPiece(ReadOnlyMemory<byte> Bytes, IPEndPoint From);
