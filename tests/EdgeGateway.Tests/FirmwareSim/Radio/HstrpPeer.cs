using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace EdgeGateway.Tests.FirmwareSim.Radio;

/// <summary>A gateway of a few lines on one port of a repeater: calls, acknowledges as told, keeps what came.</summary>
internal sealed class HstrpPeer : IAsyncDisposable
{
    private readonly UdpClient _socket = new(new IPEndPoint(IPAddress.Loopback, 0));
    private readonly CancellationTokenSource _stop = new();
    private readonly IPEndPoint _repeater;
    private readonly Task _hearing;
    private ushort _number;

    public HstrpPeer(IPEndPoint repeater)
    {
        _repeater = repeater;
        From = repeater;
        _hearing = HearAsync();
    }

    /// <summary>Data frames, each with where it came from.</summary>
    public ConcurrentQueue<(byte[] Frame, IPEndPoint From)> Frames { get; } = new();

    /// <summary>What is no data: acknowledgements, heartbeats, garbage.</summary>
    public ConcurrentQueue<byte[]> Others { get; } = new();

    public bool Acknowledges { get; set; } = true;

    /// <summary>Where the repeater was last heard; answers go there.</summary>
    public IPEndPoint From { get; private set; }

    public IEnumerable<byte[]> Messages => Frames.Select(pair => pair.Frame[15..]);

    public IEnumerable<int> Numbers => Frames.Select(pair => (pair.Frame[4] << 8) | pair.Frame[5]);

    public Task ConnectAsync() => SendAsync(Convert.FromHexString("32420024000083040000000104010" + "1"), _repeater);

    public Task TellAsync(byte[] message, ushort? number = null)
    {
        ushort own = number ?? ++_number;
        return SendAsync([0x32, 0x42, 0, 0x20, (byte)(own >> 8), (byte)own, 0x83, 4, 0, 0, 0, 1, 4, 1, 1, .. message], From);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _socket.Dispose();
        await _hearing;
        _stop.Dispose();
    }

    private async Task SendAsync(byte[] bytes, IPEndPoint to) => await _socket.SendAsync(bytes, to, _stop.Token);

    private async Task HearAsync()
    {
        try
        {
            while (true)
            {
                UdpReceiveResult got = await _socket.ReceiveAsync(_stop.Token);
                From = got.RemoteEndPoint;
                if (got.Buffer is [0x32, 0x42, 0, 0x20, var high, var low, ..] && got.Buffer.Length > 15)
                {
                    Frames.Enqueue((got.Buffer, got.RemoteEndPoint));
                    if (Acknowledges)
                    {
                        await SendAsync([0x32, 0x42, 0, 0x21, high, low, .. got.Buffer[6..15]], got.RemoteEndPoint);
                    }
                }
                else
                {
                    Others.Enqueue(got.Buffer);
                }
            }
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // The test is over.
        }
    }
}
