using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Nut;

namespace EdgeGateway.Drivers.Cabinet;

/// <summary>One connection to a NUT server: a question, then its answer. Lines that are no answer are counted and skipped.</summary>
internal sealed class NutPeer(DriverContext context, NutServer server, Stream link) : IAsyncDisposable
{
    /// <summary>Most lines of one answer; what goes on longer is no list of a UPS.</summary>
    private const int MostLines = 2048;

    private readonly NutLineReader _lines = new();
    private readonly byte[] _buffer = new byte[8192];
    private ReadOnlyMemory<byte> _rest;

    /// <exception cref="DeviceFaultException">Nobody there, or not let in.</exception>
    public static async Task<NutPeer> OpenAsync(DriverContext context, NutServer server, CancellationToken ct)
    {
        var tcp = context.Transports.Tcp ?? throw new DeviceFaultException(FaultKind.Misconfigured, "There is no TCP here.");
        try
        {
            using var limit = new CancellationTokenSource(server.Timeout, context.Time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
            var peer = new NutPeer(context, server, await tcp.DialAsync(server.Host, server.Port, null, either.Token).ConfigureAwait(false));
            return await peer.GreetAsync(ct).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new DeviceFaultException(FaultKind.Unreachable, $"{server.Host}:{server.Port} does not take the connection; check the address and the firewall.");
        }
        catch (IOException error)
        {
            throw new DeviceFaultException(FaultKind.Unreachable, error.Message, inner: error);
        }
    }

    /// <summary>Asks for one line.</summary>
    /// <exception cref="DeviceFaultException">The link is gone, or nothing came in time.</exception>
    public async Task<NutLine> AskAsync(NutQuestion question, CancellationToken ct)
    {
        var answer = await TalkAsync(question, line => line.Word is NutWord.Ok or NutWord.Error or NutWord.Variable, ct).ConfigureAwait(false);
        return answer[^1];
    }

    /// <summary>Asks for a list.</summary>
    /// <returns>Its lines, or one that says <see cref="NutWord.Error"/>.</returns>
    /// <exception cref="DeviceFaultException">The link is gone, or nothing came in time.</exception>
    public async Task<IReadOnlyList<NutLine>> ListAsync(NutQuestion question, NutWord of, CancellationToken ct)
    {
        bool begun = false;
        var lines = await TalkAsync(
            question,
            line =>
            {
                begun |= line.Word == NutWord.Begin;
                return line.Word == NutWord.Error || (begun && line.Word == NutWord.End);
            },
            ct).ConfigureAwait(false);
        return lines[^1].Word == NutWord.Error ? [lines[^1]] : [.. lines.SkipWhile(line => line.Word != NutWord.Begin).Where(line => line.Word == of)];
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            // One that is told goodbye does not note a lost client; the answer is of no interest.
            using var limit = new CancellationTokenSource(TimeSpan.FromMilliseconds(200), context.Time);
            await link.WriteAsync(NutQuestion.Logout().Bytes(), limit.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // It is gone already.
        }

        await link.DisposeAsync().ConfigureAwait(false);
    }

    private async Task<NutPeer> GreetAsync(CancellationToken ct)
    {
        try
        {
            if (server.User is { } user)
            {
                await AgreeAsync(NutQuestion.User(user), ct).ConfigureAwait(false);
                await AgreeAsync(NutQuestion.Password(server.Password!.Reveal()), ct).ConfigureAwait(false);
            }

            return this;
        }
        catch
        {
            await link.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>For what the server must say yes to.</summary>
    /// <exception cref="DeviceFaultException">It says no.</exception>
    public async Task AgreeAsync(NutQuestion question, CancellationToken ct)
    {
        var answer = await AskAsync(question, ct).ConfigureAwait(false);
        if (answer.Word == NutWord.Error)
        {
            throw NutRefusal.Of(answer.Code, server);
        }
    }

    private async Task<List<NutLine>> TalkAsync(NutQuestion question, Func<NutLine, bool> isLast, CancellationToken ct)
    {
        using var limit = new CancellationTokenSource(server.Timeout, context.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        var lines = new List<NutLine>();
        try
        {
            await link.WriteAsync(question.Bytes(), either.Token).ConfigureAwait(false);
            while (lines.Count == 0 || !isLast(lines[^1]))
            {
                lines.Add(await LineAsync(either.Token).ConfigureAwait(false));
                if (lines.Count > MostLines)
                {
                    throw new DeviceFaultException(FaultKind.Garbled, $"The answer to {question} does not end.");
                }
            }

            context.Watch.Heard();
            return lines;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new DeviceFaultException(FaultKind.Silent, $"{server.Host}:{server.Port} does not answer {question}: is upsd alive?");
        }
        catch (IOException error)
        {
            throw new DeviceFaultException(FaultKind.Unreachable, $"The link to {server.Host}:{server.Port} broke: {error.Message}", inner: error);
        }
    }

    private async ValueTask<NutLine> LineAsync(CancellationToken ct)
    {
        while (true)
        {
            if (Next() is { } line)
            {
                return line;
            }

            int length = await link.ReadAsync(_buffer, ct).ConfigureAwait(false);
            if (length == 0)
            {
                throw new DeviceFaultException(FaultKind.Unreachable, $"{server.Host}:{server.Port} closed the link.");
            }

            _rest = _buffer.AsMemory(0, length);
        }
    }

    private NutLine? Next()
    {
        while (!_rest.IsEmpty)
        {
            var bytes = _rest.Span;
            bool found = _lines.TryRead(ref bytes, out var item);
            _rest = _rest[^bytes.Length..];
            if (found && item.Line is { } line)
            {
                return line;
            }

            if (found)
            {
                context.Watch.Fault(FaultKind.Garbled, item.Fault!);
            }
        }

        return null;
    }
}
