using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace EdgeGateway.Sim.Twins.XrayScanner.Modbus;

/// <summary>Modbus TCP (xray.md section 3.4). Several masters may be connected; each is answered in the order of its requests.</summary>
/// <param name="listen">Where.</param>
/// <param name="profile">Whose address, and how slow is slow.</param>
/// <param name="isDown">True while nobody is let in.</param>
/// <param name="time">Clock.</param>
public sealed class BeltTcpWire(IPEndPoint listen, BeltProfile profile, Func<bool> isDown, TimeProvider time) : IBeltWire
{
    private const int Head = 7;
    private const byte GatewayHasNoSuchUnit = 0x0B;

    private readonly TcpListener _listener = new(listen);
    private readonly ConcurrentDictionary<Socket, byte> _links = new();
    private BeltDesk? _desk;

    public IPEndPoint? EndPoint => (IPEndPoint)_listener.LocalEndpoint;

    public void Open() => _listener.Start();

    public async Task RunAsync(BeltDesk desk, CancellationToken ct)
    {
        _desk = desk;
        var serving = new List<Task>();
        try
        {
            while (true)
            {
                Socket link = await _listener.AcceptSocketAsync(ct).ConfigureAwait(false);
                link.NoDelay = true;
                if (isDown())
                {
                    link.Dispose();
                    continue;
                }

                _links[link] = 0;
                serving.RemoveAll(one => one.IsCompleted);
                serving.Add(ServeAsync(link, ct));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            Drop();
            await Task.WhenAll(serving).ConfigureAwait(false);
        }
    }

    public void Drop()
    {
        foreach (Socket link in _links.Keys)
        {
            link.Dispose();
        }
    }

    public ValueTask DisposeAsync()
    {
        _listener.Stop();
        Drop();
        return ValueTask.CompletedTask;
    }

    private async Task ServeAsync(Socket link, CancellationToken ct)
    {
        var late = new List<Task>();
        using var stream = new NetworkStream(link, ownsSocket: true);
        using var pen = new SemaphoreSlim(1, 1);
        try
        {
            while (await RequestAsync(stream, ct).ConfigureAwait(false) is { } request)
            {
                Task answering = AnswerAsync(stream, pen, request, late, ct);
                await answering.ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // The master left, or we did.
        }

        _links.TryRemove(link, out _);
        await Task.WhenAll(late).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <returns>A whole frame; null when the master left or speaks something else.</returns>
    private static async Task<byte[]?> RequestAsync(NetworkStream stream, CancellationToken ct)
    {
        var head = new byte[Head];
        if (await stream.ReadAtLeastAsync(head, Head, throwOnEndOfStream: false, ct).ConfigureAwait(false) < Head)
        {
            return null;
        }

        int length = BinaryPrimitives.ReadUInt16BigEndian(head.AsSpan(4)) - 1;
        if (head[2] != 0 || head[3] != 0 || length is < 1 or > 253)
        {
            return null;
        }

        byte[] frame = [.. head, .. new byte[length]];
        await stream.ReadExactlyAsync(frame.AsMemory(Head), ct).ConfigureAwait(false);
        return frame;
    }

    private async Task AnswerAsync(NetworkStream stream, SemaphoreSlim pen, byte[] request, List<Task> late, CancellationToken ct)
    {
        if (request[6] != profile.Unit)
        {
            await SayAsync(stream, pen, Frame(request, BeltPdu.Refuse(request[Head], GatewayHasNoSuchUnit)), ct).ConfigureAwait(false);
            return;
        }

        BeltAnswer answer = _desk!.Take(request.AsMemory(Head));
        if (answer.Pdu is not { } pdu)
        {
            return;
        }

        byte[] frame = Frame(request, pdu);
        switch (answer.Fault)
        {
            case BeltFault.Late:
                late.Add(SayLaterAsync(stream, pen, frame, ct));
                return;
            case BeltFault.Slow:
                await Task.Delay(profile.SlowBy, time, ct).ConfigureAwait(false);
                break;
            case BeltFault.Cut:
                await SayAsync(stream, pen, frame.AsMemory(0, frame.Length / 2), ct).ConfigureAwait(false);
                throw new IOException("cut inside an answer");
        }

        await SayAsync(stream, pen, Spoilt(frame, answer.Fault), ct).ConfigureAwait(false);
        _desk.Sent(answer);
    }

    private byte[] Spoilt(byte[] frame, BeltFault fault)
    {
        switch (fault)
        {
            case BeltFault.WrongTransaction:
                frame[0] ^= 0x5A;
                return frame;
            case BeltFault.WrongUnit:
                frame[6]++;
                return frame;
            case BeltFault.Checksum:
                frame[3] = 1;
                return frame;
            case BeltFault.Noise:
                return [.. _desk!.Noise(), .. frame];
            default:
                return frame;
        }
    }

    private async Task SayLaterAsync(NetworkStream stream, SemaphoreSlim pen, byte[] frame, CancellationToken ct)
    {
        await Task.Delay(profile.LateBy, time, ct).ConfigureAwait(false);
        await SayAsync(stream, pen, frame, ct).ConfigureAwait(false);
    }

    private static async Task SayAsync(NetworkStream stream, SemaphoreSlim pen, ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        await pen.WaitAsync(ct).ConfigureAwait(false);
        try
        {
            await stream.WriteAsync(bytes, ct).ConfigureAwait(false);
        }
        finally
        {
            pen.Release();
        }
    }

    private static byte[] Frame(byte[] request, byte[] pdu)
    {
        byte[] frame = [request[0], request[1], 0, 0, 0, 0, request[6], .. pdu];
        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(4), (ushort)(pdu.Length + 1));
        return frame;
    }
}
