using System.Buffers.Binary;
using System.Collections.Concurrent;

namespace EdgeGateway.Tests.FirmwareSim.Radio;

/// <summary>A gateway of a few lines on a radio's line: connects, acknowledges as told, keeps what came. Knows no resynchronising.</summary>
internal sealed class HrnpPeer : IAsyncDisposable
{
    private readonly Stream _line;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _hearing;
    private ushort _number;

    public HrnpPeer(Stream line)
    {
        _line = line;
        _hearing = HearAsync();
    }

    /// <summary>Frames of the radio, noise before them included.</summary>
    public ConcurrentQueue<byte[]> Frames { get; } = new();

    /// <summary>Bytes that belonged to no sound frame.</summary>
    public int Skipped;

    public bool Acknowledges { get; set; } = true;

    public bool IsOver => _hearing.IsCompleted;

    public IEnumerable<byte[]> Messages => Frames.Where(frame => frame[3] == 0).Select(frame => frame[12..]);

    public Task ConnectAsync() => WriteAsync(Convert.FromHexString("7e0400fe20100000000c60e1"));

    public Task TellAsync(byte[] message) => WriteAsync(Frame(0, ++_number, message));

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _line.DisposeAsync();
        await _hearing;
        _stop.Dispose();
    }

    private async Task WriteAsync(byte[] bytes)
    {
        await _line.WriteAsync(bytes, _stop.Token);
        await _line.FlushAsync(_stop.Token);
    }

    private static byte[] Frame(byte opcode, ushort number, byte[] payload)
    {
        byte[] frame = [0x7E, 4, 0, opcode, 0x20, 0x10, (byte)(number >> 8), (byte)number, 0, (byte)(12 + payload.Length), 0, 0, .. payload];
        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(10), Sum(frame));
        return frame;
    }

    private static ushort Sum(byte[] frame)
    {
        byte[] even = [.. frame, .. new byte[frame.Length % 2]];
        uint sum = 0;
        for (int i = 0; i < even.Length; i += 2)
        {
            sum += i == 10 ? 0u : BinaryPrimitives.ReadUInt16BigEndian(even.AsSpan(i));
        }

        return (ushort)~((sum & 0xFFFF) + (sum >> 16));
    }

    private async Task HearAsync()
    {
        var waiting = new List<byte>();
        var buffer = new byte[1024];
        try
        {
            while (await _line.ReadAsync(buffer, _stop.Token) is var got and > 0)
            {
                waiting.AddRange(buffer[..got]);
                await TakeAsync(waiting);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or ObjectDisposedException)
        {
            // The line is gone, or the test is over.
        }
    }

    private async Task TakeAsync(List<byte> waiting)
    {
        while (waiting.Count >= 12)
        {
            int length = (waiting[8] << 8) | waiting[9];
            bool sized = waiting[0] == 0x7E && waiting[2] == 0 && length is >= 12 and <= 300;
            if (sized && waiting.Count < length)
            {
                return;
            }

            byte[] frame = sized ? [.. waiting.Take(length)] : [];
            if (!sized || Sum(frame) != BinaryPrimitives.ReadUInt16BigEndian(frame.AsSpan(10)))
            {
                waiting.RemoveAt(0);
                Skipped++;
                continue;
            }

            waiting.RemoveRange(0, length);
            Frames.Enqueue(frame);
            if (frame[3] == 0 && Acknowledges)
            {
                await WriteAsync(Frame(0x10, (ushort)((frame[6] << 8) | frame[7]), []));
            }
        }
    }
}
