using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Snmp;

namespace EdgeGateway.Drivers.Snmp;

/// <summary>
/// Asks objects by their names, a few in a question. Version 1 answers a question whole or not at all, so what it objects to is
/// taken out, or the question is cut in two, until the rest is answered; each step leaves less to ask, so it ends.
/// </summary>
internal sealed class ObjectRound(SnmpPeer peer, IDeviceWatch watch)
{
    /// <summary>Fits, with its answer, into the 484 bytes that every agent must take.</summary>
    private const int MostInAQuestion = 9;

    /// <summary>Not asked again in this conversation; the next one looks anew, for the firmware may be another.</summary>
    private readonly HashSet<ObjectId> _missing = [];

    /// <exception cref="DeviceFaultException">It does not answer, or does not let us in.</exception>
    public async Task<ObjectAnswers> AskAsync(IReadOnlyList<ObjectId> objects, CancellationToken ct)
    {
        var answers = new ObjectAnswers();
        var open = new Queue<ObjectId[]>(objects.Where(one => !_missing.Contains(one)).Chunk(MostInAQuestion));
        while (open.TryDequeue(out var asked))
        {
            var answer = await peer.GetAsync(asked, ct).ConfigureAwait(false);
            answers.FirstId ??= answer.RequestId;
            foreach (var rest in Take(asked, answer, answers))
            {
                open.Enqueue(rest);
            }
        }

        foreach (var one in objects.Where(_missing.Contains))
        {
            answers.Add(one, null, ObjectAnswer.Unsupported);
        }

        return answers;
    }

    /// <summary>Whether the agent has anything below this root.</summary>
    /// <exception cref="DeviceFaultException">As <see cref="AskAsync"/>.</exception>
    public async Task<bool> HasAsync(ObjectId root, CancellationToken ct)
    {
        var next = await peer.GetNextAsync([root], ct).ConfigureAwait(false);
        SnmpRefusal.ThrowIfRefused(next);
        return next is { ErrorStatus: SnmpError.None, Values: [var first, ..] } && first.Name.IsBelow(root) && !first.Value.IsAbsent;
    }

    /// <returns>What must be asked once more.</returns>
    private IEnumerable<ObjectId[]> Take(ObjectId[] asked, SnmpMessage answer, ObjectAnswers answers)
    {
        SnmpRefusal.ThrowIfRefused(answer);
        if (answer.ErrorStatus == SnmpError.None)
        {
            TakeValues(asked, answer, answers);
            return [];
        }

        bool named = answer.ErrorIndex >= 1 && answer.ErrorIndex <= asked.Length && answer.ErrorStatus != SnmpError.TooBig;
        if (!named && asked.Length > 1)
        {
            return asked.Chunk((asked.Length + 1) / 2);
        }

        var bad = asked[named ? answer.ErrorIndex - 1 : 0];
        if (answer.ErrorStatus == SnmpError.NoSuchName)
        {
            _missing.Add(bad);
        }
        else
        {
            answers.Add(bad, null, ObjectAnswer.Invalid);
        }

        return asked.Length > 1 ? [[.. asked.Where(one => one != bad)]] : [];
    }

    private void TakeValues(ObjectId[] asked, SnmpMessage answer, ObjectAnswers answers)
    {
        bool fits = answer.Values.Select(value => value.Name).SequenceEqual(asked);
        if (!fits)
        {
            watch.Fault(FaultKind.Garbled, "answer-to-other-objects");
        }

        for (int i = 0; i < asked.Length; i++)
        {
            var value = fits ? answer.Values[i].Value : null;
            string? refusal = value is null ? ObjectAnswer.Invalid : value.IsAbsent ? ObjectAnswer.Unsupported : null;
            answers.Add(asked[i], refusal is null ? value : null, refusal);
        }
    }
}
