using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport.WebSockets;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Xfs4Iot;

namespace EdgeGateway.Drivers.Kiosk.Xfs4Iot;

/// <summary>
/// One link to a service or a publisher. What it can say is an <see cref="XfsRequest"/>, and so one of four commands; one at a time. Answers are matched by their
/// id and their name. For one caller.
/// </summary>
internal sealed class XfsTalk(IWebSocketLink link, DriverContext context) : IAsyncDisposable
{
    private Task<WebSocketMessage?>? _next;
    private long _listening = context.Time.GetTimestamp();
    private long _asked;
    private int _lastId;

    /// <summary>The command that is not answered yet.</summary>
    public XfsRequest? Open { get; private set; }

    /// <summary>How long <see cref="Open"/> has been waiting.</summary>
    public TimeSpan Waiting => context.Time.GetElapsedTime(_asked);

    /// <summary>How long nothing came while we listened, pongs counting.</summary>
    public TimeSpan Silence => context.Time.GetElapsedTime(Math.Max(link.LastHeard, _listening));

    /// <exception cref="DeviceFaultException"><c>Unreachable</c>: the link is over.</exception>
    public async Task AskAsync(XfsCommand command, XfsVersion version, CancellationToken ct)
    {
        var request = command.Request(++_lastId, version);
        (Open, _asked) = (request, context.Time.GetTimestamp());
        try
        {
            await link.SendAsync(request.Utf8, ct).ConfigureAwait(false);
        }
        catch (IOException error)
        {
            throw new DeviceFaultException(FaultKind.Unreachable, "The link ended while a command was sent.", inner: error);
        }
    }

    /// <param name="patience">How long to wait this time.</param>
    /// <param name="ct">Ends the link.</param>
    /// <returns>A message that says something; null when none came in time, or one that was counted and skipped.</returns>
    /// <exception cref="DeviceFaultException"><c>Unreachable</c>: the link is over. <c>Garbled</c>: no WebSocket any more.</exception>
    public async Task<XfsMessage?> NextAsync(TimeSpan patience, CancellationToken ct)
    {
        var next = _next ?? Listen(ct);
        await ((Task)next).WaitAsync(patience, context.Time, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        ct.ThrowIfCancellationRequested();
        if (!next.IsCompleted)
        {
            return null;
        }

        _next = null;
        var message = await next.ConfigureAwait(false) ?? throw new DeviceFaultException(FaultKind.Unreachable, "The service ended the link.");
        return Read(message) is { } read && IsForUs(read) ? read : null;
    }

    /// <summary>The command was answered, or will not be.</summary>
    public void Close() => Open = null;

    public async ValueTask DisposeAsync()
    {
        await link.DisposeAsync().ConfigureAwait(false);
        if (_next is { } left)
        {
            await ((Task)left).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private Task<WebSocketMessage?> Listen(CancellationToken ct)
    {
        _listening = context.Time.GetTimestamp();
        return _next = link.NextAsync(ct).AsTask();
    }

    private XfsMessage? Read(WebSocketMessage raw)
    {
        var read = raw.IsTooLong ? new XfsRead(null, XfsFaults.TooLarge) : XfsReader.Read(raw.Bytes);
        if (read.Message is not { } message)
        {
            bool isOurLimit = read.Fault is XfsFaults.Sensitive or XfsFaults.UnknownMessage;
            context.Watch.Fault(isOurLimit ? FaultKind.Unsupported : FaultKind.Garbled, read.Reason!);
            return null;
        }

        context.Watch.Heard();
        if (message.Refused > 0)
        {
            context.Watch.Fault(FaultKind.Unsupported, "values-left-out");
        }

        return message;
    }

    private bool IsForUs(XfsMessage message)
    {
        if (message.Kind == XfsMessageKind.Unsolicited)
        {
            return true;
        }

        bool isOurs = Open is { } open && message.RequestId == open.Id && (message.Kind == XfsMessageKind.Event || message.Command == open.Command);
        if (!isOurs)
        {
            context.Watch.Fault(FaultKind.Garbled, "answer-to-nobody");
        }

        return isOurs;
    }
}
