using System.Net.Sockets;
using System.Net.WebSockets;
using System.Threading.Channels;

namespace EdgeGateway.Sim.Twins.Kiosk.Xfs4Iot;

/// <summary>One open link of somebody to one address of the kiosk.</summary>
internal sealed class XfsClient(WebSocket socket, NetworkStream wire, XfsDesk desk, XfsManners manners, XfsHost host, TimeProvider time) : IAsyncDisposable
{
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(20);

    private readonly Channel<byte[]> _out = Channel.CreateUnbounded<byte[]>(new UnboundedChannelOptions { SingleReader = true });
    private readonly CancellationTokenSource _over = new();
    private readonly List<Task> _answering = [];
    private readonly HashSet<string> _learned = new(StringComparer.Ordinal);
    private int _lessonsLeft = 1;

    /// <summary>Of everybody who is connected to the same.</summary>
    public XfsManners Manners => manners;

    /// <summary>The kiosk ended it, not whoever is at the other end.</summary>
    public bool IsBroken { get; private set; }

    public bool IsOpen => !_over.IsCancellationRequested;

    /// <summary>It was answered everything: before that a change tells it only what is new, not that all else is well.</summary>
    public bool KnowsAll => Volatile.Read(ref _lessonsLeft) == 0;

    /// <summary>One more command was answered to its content.</summary>
    public void Learn(string name, IReadOnlyList<string> lessons)
    {
        _learned.Add(name);
        Volatile.Write(ref _lessonsLeft, lessons.Count(lesson => !_learned.Contains(lesson)));
    }

    /// <summary>Goes out after what was posted before.</summary>
    public void Post(byte[] message) => _out.Writer.TryWrite(message);

    /// <summary>The kiosk breaks the link, without a word.</summary>
    public void Break()
    {
        IsBroken = true;
        Cut();
    }

    /// <summary>Half a frame, and the link breaks.</summary>
    public async Task CutInsideAsync()
    {
        try
        {
            byte[] half = [0x81, 0x7E, 0x01, 0x00, .. "{\"header\":{\"type\":\"ev"u8];
            await wire.WriteAsync(half, _over.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // It broke before.
        }

        Break();
    }

    public async Task RunAsync(CancellationToken ct)
    {
        using var stopping = ct.Register(Cut);
        desk.Join(this);
        Task writing = WriteAsync();
        try
        {
            while (await NextAsync().ConfigureAwait(false) is { } message && await TakeAsync(message).ConfigureAwait(false))
            {
            }
        }
        catch (Exception e) when (e is WebSocketException or IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The client left, or we did.
        }

        desk.Leave(this);
        manners.Left(this);
        Cut();
        await writing.ConfigureAwait(false);
        await Task.WhenAll(_answering).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public ValueTask DisposeAsync()
    {
        socket.Dispose();
        return ValueTask.CompletedTask;
    }

    private void Cut() => _over.Cancel();

    /// <returns>Null when the client said goodbye.</returns>
    private async Task<ReadOnlyMemory<byte>?> NextAsync()
    {
        var whole = new MemoryStream();
        var piece = new byte[4096];
        while (whole.Length <= XfsEar.MostBytes)
        {
            ValueWebSocketReceiveResult got = await socket.ReceiveAsync(piece.AsMemory(), _over.Token).ConfigureAwait(false);
            if (got.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            whole.Write(piece, 0, got.Count);
            if (got.EndOfMessage)
            {
                break;
            }
        }

        return whole.GetBuffer().AsMemory(0, (int)whole.Length);
    }

    /// <returns>False when the link must end.</returns>
    private async Task<bool> TakeAsync(ReadOnlyMemory<byte> message)
    {
        XfsHeard heard = XfsEar.Hear(message, desk.Interfaces);
        host.Heard(desk, heard, heard.Breach ?? (heard.Command is { } asked ? manners.Ask(this, asked) : null), message.Span);
        switch (heard.Effect)
        {
            case XfsEffect.Answered:
                _answering.RemoveAll(static one => one.IsCompleted);
                _answering.Add(AnswerAsync(heard.Command!));
                return true;
            case XfsEffect.LinkDropped:
                return false;
            case XfsEffect.AcknowledgedAndEnded:
                await socket.SendAsync(XfsText.Acknowledge(heard.Command!), WebSocketMessageType.Text, endOfMessage: true, _over.Token).ConfigureAwait(false);
                host.Die(desk, heard.Breach!);
                return false;
            default:
                host.Die(desk, heard.Breach!);
                return false;
        }
    }

    private async Task AnswerAsync(XfsCommand command)
    {
        string? refusal = desk.Refusal(command);
        if (refusal is not null)
        {
            manners.Answered(this, command, XfsEnd.Failed);
            Post(XfsText.Acknowledge(command, refusal));
            return;
        }

        Post(XfsText.Acknowledge(command));
        await desk.Turn.WaitAsync(_over.Token).ConfigureAwait(false);
        try
        {
            await Task.Delay(desk.Takes(command), time, _over.Token).ConfigureAwait(false);
            desk.Complete(command, this);
        }
        finally
        {
            desk.Turn.Release();
        }
    }

    private async Task WriteAsync()
    {
        try
        {
            await foreach (byte[] message in _out.Reader.ReadAllAsync(_over.Token).ConfigureAwait(false))
            {
                while (host.IsSilent)
                {
                    await Task.Delay(s_look, time, _over.Token).ConfigureAwait(false);
                }

                await socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, _over.Token).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is WebSocketException or IOException or OperationCanceledException or ObjectDisposedException)
        {
            Cut();
        }
    }
}
