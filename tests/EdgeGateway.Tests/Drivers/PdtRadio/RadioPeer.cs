using System.Collections.Concurrent;
using System.Threading.Channels;

namespace EdgeGateway.Tests.Drivers.PdtRadio;

/// <summary>
/// A hand-made radio at the far end of HRNP: it grants an address, acknowledges, answers the greeting, and says what the test
/// wants in lock-step. How frames reach it and leave it is for the test to wire.
/// </summary>
internal sealed class RadioPeer(Action<byte[]> send) : IAsyncDisposable
{
    private readonly ConcurrentQueue<HeardFrame> _heard = new();
    private readonly Channel<(byte[] Message, bool Counted, int Link)> _toSay = Channel.CreateUnbounded<(byte[], bool, int)>();
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _gate = new();
    private (ushort Number, TaskCompletionSource<bool> Heard)? _open;
    private Task _saying = Task.CompletedTask;
    private int _link;
    private ushort _number;
    private int _acknowledged;

    public byte Version { get; set; } = 4;

    /// <summary>Address it grants; null rejects.</summary>
    public byte? Grants { get; set; } = 0x21;

    public bool AnswersConnect { get; set; } = true;

    /// <summary>Whether a data frame of the gateway gets its acknowledgement.</summary>
    public Func<HeardFrame, bool> Acknowledges { get; set; } = _ => true;

    /// <summary>What it answers to a message of the gateway; default the greeting, without making readings.</summary>
    public Func<HeardFrame, byte[]?> Answers { get; set; } = Greeting;

    public IReadOnlyCollection<HeardFrame> Heard => _heard;

    public IEnumerable<HeardFrame> Data => _heard.Where(frame => frame.Opcode == HeardFrame.Data);

    /// <summary>Messages given to <see cref="Say"/> that the gateway has acknowledged.</summary>
    public int Acknowledged => Volatile.Read(ref _acknowledged);

    public void Start() => _saying = SayAllAsync();

    /// <summary>Sends a message when the one before is acknowledged.</summary>
    public void Say(byte[] message) => _toSay.Writer.TryWrite((message, true, 0));

    /// <summary>Sends bytes at once, whatever they are.</summary>
    public void SayRaw(byte[] bytes) => send(bytes);

    /// <summary>A whole frame came in.</summary>
    public void Hear(ReadOnlySpan<byte> bytes)
    {
        var frame = HeardFrame.Of(bytes);
        _heard.Enqueue(frame);
        switch (frame.Opcode)
        {
            case HeardFrame.Connect when AnswersConnect:
                BeginAnew();
                send(Grants is { } address
                    ? RadioBytes.Hrnp(HeardFrame.Accept, 0, destination: address, version: Version)
                    : RadioBytes.Hrnp(HeardFrame.Reject, 0, version: Version));
                break;
            case HeardFrame.Data:
                Take(frame);
                break;
            case HeardFrame.DataAck:
                Settle(frame.Number);
                break;
            case HeardFrame.Close:
                send(RadioBytes.Hrnp(HeardFrame.CloseAck, frame.Number));
                break;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _saying.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Replies that say no more than that they are replies; the channel mode is refused, so that it makes no reading.</summary>
    public static byte[]? Greeting(HeardFrame frame) => frame.Message switch
    {
        "0200c6" => RadioBytes.Hdap(RadioBytes.Rcp, 0x80C6, 0),
        "0200c4" => RadioBytes.Hdap(RadioBytes.Rcp, 0x80C4, new byte[12]),
        "020201" => RadioBytes.Hdap(RadioBytes.Rcp, 0x8201, [0, 0, 0, 0, 2, 0, 0, 0, (byte)'A', 0]),
        "0200e7" => RadioBytes.Hdap(RadioBytes.Rcp, 0x80E7, [1, 1, 7, 0, 0, 0, 0]),
        "020452" => RadioBytes.Hdap(RadioBytes.Rcp, 0x8452, [0, 0, .. RadioBytes.Little32(2101)]),
        "021847" => RadioBytes.Hdap(RadioBytes.Rcp, 0x8847, 0),
        "0210c9" => RadioBytes.Hdap(RadioBytes.Rcp, 0x80C9, 0),
        "0210c7" => RadioBytes.Hdap(RadioBytes.Rcp, 0x80C7, 0),
        _ => null,
    };

    private void Take(HeardFrame frame)
    {
        if (!Acknowledges(frame))
        {
            return;
        }

        send(RadioBytes.Hrnp(HeardFrame.DataAck, frame.Number, version: Version));
        if (Answers(frame) is { } answer)
        {
            _toSay.Writer.TryWrite((answer, false, Volatile.Read(ref _link)));
        }
    }

    /// <summary>A new link knows nothing of what the old one had open: an answer that was lost with it is not waited for.</summary>
    private void BeginAnew()
    {
        _number = 0;
        Interlocked.Increment(ref _link);
        lock (_gate)
        {
            _open?.Heard.TrySetResult(false);
        }
    }

    private void Settle(ushort number)
    {
        lock (_gate)
        {
            if (_open is { } open && open.Number == number)
            {
                open.Heard.TrySetResult(true);
            }
        }
    }

    private async Task SayAllAsync()
    {
        await foreach (var (message, counted, link) in _toSay.Reader.ReadAllAsync(_stop.Token))
        {
            if (!counted && link != Volatile.Read(ref _link))
            {
                continue;
            }

            var heard = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
            ushort number = ++_number;
            lock (_gate)
            {
                _open = (number, heard);
            }

            send(RadioBytes.Hrnp(HeardFrame.Data, number, message, version: Version));
            bool taken = await heard.Task.WaitAsync(_stop.Token);
            Interlocked.Add(ref _acknowledged, counted && taken ? 1 : 0);
        }
    }
}
