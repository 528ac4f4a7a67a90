using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace EdgeGateway.Benchmarks.Gateway;

/// <summary>Counts readings at the far end, on its own socket and thread; QoS 0, so that it costs the broker as little as possible.</summary>
internal sealed class CountingSubscriber : IDisposable
{
    private readonly Socket _socket;
    private readonly Thread _thread;
    private readonly List<double> _latencies = [];
    private readonly List<byte[]> _kept = [];
    private readonly bool _measure;
    private readonly bool _keep;
    private long _count;
    private long _lastAt;

    public CountingSubscriber(int port, string filter, bool measureLatency = false, bool keep = false)
    {
        (_measure, _keep) = (measureLatency, keep);
        _socket = MiniMqtt.Dial(port);
        _socket.Send(MiniMqtt.Connect($"count-{Guid.NewGuid():N}"));
        _socket.Receive(new byte[4]);
        _socket.Send(MiniMqtt.Subscribe(filter, 0));
        _socket.Receive(new byte[5]);
        _thread = new Thread(Read) { IsBackground = true };
        _thread.Start();
    }

    public long Count => Interlocked.Read(ref _count);

    /// <summary>Stopwatch stamp of the last message.</summary>
    public long LastAt => Interlocked.Read(ref _lastAt);

    /// <summary>Milliseconds from the time in the reading to its arrival here; the same clock on both sides.</summary>
    public IReadOnlyList<double> Latencies
    {
        get
        {
            lock (_latencies)
            {
                return [.. _latencies];
            }
        }
    }

    /// <summary>What came, from the topic's length on; for looking at once it is over.</summary>
    public IReadOnlyList<byte[]> Kept => _kept;

    /// <summary>What was measured until now belonged to the warm-up.</summary>
    public void ForgetLatencies()
    {
        lock (_latencies)
        {
            _latencies.Clear();
        }
    }

    public void Dispose()
    {
        _socket.Dispose();
        _thread.Join();
    }

    private void Read()
    {
        var buffer = new byte[4 * 1024 * 1024];
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
                    Note(buffer.AsSpan(at + header, length));
                    at += header + length;
                }

                buffer.AsSpan(at, filled - at).CopyTo(buffer);
                filled -= at;
            }
        }
        catch (SocketException)
        {
            // Disposed.
        }
        catch (ObjectDisposedException)
        {
            // Disposed.
        }
    }

    private void Note(ReadOnlySpan<byte> publish)
    {
        if (_measure && publish.IndexOf("\"time\":\""u8) is var at and >= 0)
        {
            var text = Encoding.ASCII.GetString(publish.Slice(at + 8, 24));
            var time = DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
            lock (_latencies)
            {
                _latencies.Add((DateTimeOffset.UtcNow - time).TotalMilliseconds);
            }
        }

        if (_keep)
        {
            _kept.Add(publish.ToArray());
        }

        Interlocked.Increment(ref _count);
        Interlocked.Exchange(ref _lastAt, Stopwatch.GetTimestamp());
    }
}
