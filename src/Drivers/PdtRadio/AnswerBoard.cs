using EdgeGateway.Protocol.Hytera;

namespace EdgeGateway.Drivers.PdtRadio;

/// <summary>Where an answer finds the question that it belongs to. A question may be answered in several ways; the first one counts.</summary>
public sealed class AnswerBoard
{
    private readonly Lock _gate = new();
    private readonly List<Question> _open = [];

    /// <summary>Call before the question is sent: an answer may overtake the return of the send.</summary>
    /// <param name="keys">Ways in which it may be answered.</param>
    public Question Ask(params IReadOnlyList<string> keys)
    {
        var question = new Question(this, keys);
        lock (_gate)
        {
            _open.Add(question);
        }

        return question;
    }

    /// <summary>Somebody answered something.</summary>
    public void Offer(string key, HdapContent answer)
    {
        lock (_gate)
        {
            foreach (var question in _open.Where(question => question.Keys.Contains(key)))
            {
                question.Take(answer);
            }
        }
    }

    /// <summary>One open question; dispose it when nobody waits any more.</summary>
    public sealed class Question(AnswerBoard board, IReadOnlyList<string> keys) : IDisposable
    {
        private readonly TaskCompletionSource<HdapContent> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

        internal IReadOnlyList<string> Keys { get; } = keys;

        /// <returns>The answer, or null when none came in time.</returns>
        public async Task<HdapContent?> WaitAsync(TimeSpan patience, TimeProvider time, CancellationToken ct)
        {
            await ((Task)_answer.Task).WaitAsync(patience, time, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            ct.ThrowIfCancellationRequested();
            return _answer.Task.IsCompleted ? await _answer.Task.ConfigureAwait(false) : null;
        }

        public void Dispose()
        {
            lock (board._gate)
            {
                board._open.Remove(this);
            }
        }

        internal void Take(HdapContent answer) => _answer.TrySetResult(answer);
    }
}
