using EdgeGateway.Protocol.TetraPei;

namespace EdgeGateway.Drivers.PdtRadio.TetraPei;

/// <summary>The one command that waits for its answer.</summary>
internal sealed class PeiQuestion(PeiCommand command, Action<PeiSent>? sent)
{
    private readonly TaskCompletionSource<PeiAnswer> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> _lines = [];
    private PeiSent? _sent;
    private PeiSent? _maybe;

    public Task<PeiAnswer> Answer => _done.Task;

    /// <returns>False for what does not belong to the answer.</returns>
    public bool Take(PeiText text)
    {
        if (command.AnswerPrefix is { } prefix && text.Line.StartsWith(prefix, StringComparison.Ordinal))
        {
            _lines.Add(text.Line[prefix.Length..].Trim());
            return true;
        }

        // An echo.
        return command.Text.Contains(text.Line, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>What the terminal calls our message. A line that says how an earlier one fared looks the same and is not taken for it.</summary>
    public bool Take(PeiSent line)
    {
        if (!command.Sends || _sent is not null)
        {
            return false;
        }

        if (line.Status is PeiSent.OverTheAir or PeiSent.Failed)
        {
            _maybe ??= line;
            return false;
        }

        Settle(line);
        return true;
    }

    /// <returns>False for the end of an answer that is not ours: one that comes too late for the command before.</returns>
    public bool Take(PeiFinal final)
    {
        if (final.Ok && command.Sends && _sent is null && _maybe is { } only)
        {
            Settle(only);
        }

        bool empty = final.Ok && ((command.Sends && _sent is null) || (command.AnswerPrefix is not null && _lines.Count == 0));
        return !empty && _done.TrySetResult(new PeiAnswer(final, _lines, _sent));
    }

    public void Fail(Exception why) => _done.TrySetException(why);

    private void Settle(PeiSent line)
    {
        _sent = line;
        // Before anything that is said about it later is read.
        sent?.Invoke(line);
    }
}
