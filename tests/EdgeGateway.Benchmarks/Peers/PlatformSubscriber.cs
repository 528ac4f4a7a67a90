using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using EdgeGateway.Benchmarks.Gateway;

namespace EdgeGateway.Benchmarks.Peers;

/// <summary>
/// The far end: a session that the broker keeps, QoS 1, and every reading counted once however often it comes. On a bare
/// socket, so that it favours none of the peers.
/// </summary>
internal sealed class PlatformSubscriber : IDisposable
{
    private const byte Publish = 0x30;

    private static readonly byte[] s_mark = Encoding.ASCII.GetBytes(SampleReading.KeyMark);

    private readonly Socket _socket;
    private readonly Thread _thread;
    private readonly HashSet<string> _seen;
    private readonly Lock _gate = new();
    private long _firstAt;
    private long _lastAt;

    /// <param name="port">Of the broker.</param>
    /// <param name="known">Readings that were counted before this link.</param>
    public PlatformSubscriber(int port, IEnumerable<string> known)
    {
        _seen = [.. known];
        Before = _seen.Count;
        _socket = MiniMqtt.Dial(port);
        _socket.Send(MiniMqtt.Connect("platform", keep: true));
        _socket.Send(MiniMqtt.Subscribe("#", 1));
        _thread = new Thread(Read) { IsBackground = true };
        _thread.Start();
    }

    /// <summary>How many were known when this link began.</summary>
    public int Before { get; }

    public IReadOnlyList<string> Seen
    {
        get
        {
            lock (_gate)
            {
                return [.. _seen];
            }
        }
    }

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _seen.Count - Before;
            }
        }
    }

    /// <summary>Readings a second between the first and the last that came over this link; 0 when there were not two.</summary>
    public double Rate
    {
        get
        {
            lock (_gate)
            {
                return _lastAt > _firstAt ? (_seen.Count - Before - 1) / Stopwatch.GetElapsedTime(_firstAt, _lastAt).TotalSeconds : 0;
            }
        }
    }

    public void Dispose()
    {
        _socket.Dispose();
        _thread.Join();
    }

    private void Read()
    {
        var buffer = new byte[1024 * 1024];
        int filled = 0;
        try
        {
            int read;
            while ((read = _socket.Receive(buffer.AsSpan(filled))) > 0)
            {
                filled += read;
                int at = 0;
                while (MiniMqtt.TryFrame(buffer.AsSpan(at, filled - at), out int header, out int length))
                {
                    Take(buffer[at], buffer.AsSpan(at + header, length));
                    at += header + length;
                }

                buffer.AsSpan(at, filled - at).CopyTo(buffer);
                filled -= at;
            }
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
            // The broker went away, or disposed.
        }
    }

    private void Take(byte type, ReadOnlySpan<byte> body)
    {
        if ((type & 0xF0) != Publish)
        {
            return;
        }

        Note(body);
        if ((type & 0x06) != 0)
        {
            int id = 2 + ((body[0] << 8) | body[1]);
            _socket.Send(MiniMqtt.PubAck(body[id], body[id + 1]));
        }
    }

    private void Note(ReadOnlySpan<byte> publish)
    {
        int mark = publish.IndexOf(s_mark);
        if (mark < 0)
        {
            return;
        }

        string key = Encoding.ASCII.GetString(publish.Slice(mark + s_mark.Length, SampleReading.KeyLength));
        lock (_gate)
        {
            if (_seen.Add(key))
            {
                _lastAt = Stopwatch.GetTimestamp();
                _firstAt = _firstAt == 0 ? _lastAt : _firstAt;
            }
        }
    }
}
