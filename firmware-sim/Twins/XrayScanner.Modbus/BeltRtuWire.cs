using System.Net;
using EdgeGateway.Sim.Ports;

namespace EdgeGateway.Sim.Twins.XrayScanner.Modbus;

/// <summary>Modbus RTU on a line (xray.md section 3.4). Requests for other units pass by unanswered, as on a bus.</summary>
/// <param name="port">The line; this closes it.</param>
/// <param name="profile">Whose address, and how slow is slow.</param>
/// <param name="time">Clock.</param>
public sealed class BeltRtuWire(IBytePort port, BeltProfile profile, TimeProvider time) : IBeltWire
{
    /// <summary>A hole of that length ends a frame: much longer than 3.5 characters, since a line in memory has no rate.</summary>
    private static readonly TimeSpan s_hole = TimeSpan.FromMilliseconds(100);

    private const int ShortRequest = 8;
    private const int LongHead = 7;
    private const int Checksum = 2;
    private const int Longest = 256;

    private readonly List<byte> _came = [];
    private DateTimeOffset _last;

    public IPEndPoint? EndPoint => (port as TcpBytePort)?.EndPoint;

    public void Open() => port.Open();

    public Task RunAsync(BeltDesk desk, CancellationToken ct) => port.RunAsync(bytes => HearAsync(bytes, desk, ct), _came.Clear, ct);

    public void Drop() => port.Drop();

    public ValueTask DisposeAsync() => port.DisposeAsync();

    private async ValueTask HearAsync(ReadOnlyMemory<byte> bytes, BeltDesk desk, CancellationToken ct)
    {
        DateTimeOffset now = time.GetUtcNow();
        if (now - _last > s_hole || _came.Count > Longest)
        {
            _came.Clear();
        }

        _last = now;
        _came.AddRange(bytes.Span);
        while (Length() is { } length && _came.Count >= length)
        {
            byte[] frame = [.. _came.Take(length)];
            _came.RemoveRange(0, length);
            if (RtuCrc.Of(frame.AsSpan(0, length - Checksum)) != (frame[length - 2] | (frame[length - 1] << 8)))
            {
                _came.Clear();
                return;
            }

            if (frame[0] == profile.Unit)
            {
                await AnswerAsync(frame, desk, ct).ConfigureAwait(false);
            }
        }
    }

    /// <returns>What the request that is coming in will take; null while that cannot be said.</returns>
    private int? Length() => _came.Count < 2 ? null : _came[1] is 15 or 16 ? _came.Count < LongHead ? null : LongHead + _came[LongHead - 1] + Checksum : ShortRequest;

    private async Task AnswerAsync(byte[] request, BeltDesk desk, CancellationToken ct)
    {
        BeltAnswer answer = desk.Take(request.AsMemory(1, request.Length - 1 - Checksum));
        if (answer.Pdu is not { } pdu)
        {
            return;
        }

        if (answer.Fault is BeltFault.Slow or BeltFault.Late)
        {
            await Task.Delay(answer.Fault == BeltFault.Slow ? profile.SlowBy : profile.LateBy, time, ct).ConfigureAwait(false);
        }

        byte unit = answer.Fault is BeltFault.WrongUnit or BeltFault.WrongTransaction ? (byte)(profile.Unit + 1) : profile.Unit;
        byte[] frame = RtuCrc.Sign([unit, .. pdu]);
        await port.SendAsync(Spoilt(frame, answer.Fault, desk), ct).ConfigureAwait(false);
        desk.Sent(answer);
    }

    private static byte[] Spoilt(byte[] frame, BeltFault fault, BeltDesk desk)
    {
        switch (fault)
        {
            case BeltFault.Cut:
                return frame[..(frame.Length / 2)];
            case BeltFault.Checksum:
                frame[^1] ^= 0xFF;
                return frame;
            case BeltFault.Noise:
                return [.. desk.Noise(), .. frame];
            default:
                return frame;
        }
    }
}
