using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Snmp;

namespace EdgeGateway.Drivers.PdtRadio.HyteraSnmp;

/// <summary>
/// Asks all objects once, a few in a question. Version 1 answers a question whole or not at all, so what it objects to is
/// taken out, or the question is cut in two, until the rest is answered; each step leaves less to ask, so it ends.
/// </summary>
internal sealed class RepeaterRound(SnmpPeer peer, IDeviceWatch watch, IReadOnlyList<RepeaterObject> objects)
{
    /// <summary>Fits, with its answer, into the 484 bytes that every agent must take.</summary>
    private const int MostInAQuestion = 9;

    /// <summary>Not asked again in this conversation; the next one looks anew, for the firmware may be another.</summary>
    private readonly HashSet<RepeaterObject> _missing = [];

    /// <exception cref="DeviceFaultException">It does not answer, does not let us in, or is no such repeater.</exception>
    public async Task<RepeaterAnswers> AskAsync(CancellationToken ct)
    {
        var answers = new RepeaterAnswers();
        var open = new Queue<RepeaterObject[]>(objects.Where(one => !_missing.Contains(one)).Chunk(MostInAQuestion));
        while (open.TryDequeue(out var asked))
        {
            var answer = await peer.GetAsync([.. asked.Select(one => one.Id)], ct).ConfigureAwait(false);
            answers.FirstId ??= answer.RequestId;
            foreach (var rest in Take(asked, answer, answers))
            {
                open.Enqueue(rest);
            }
        }

        foreach (var one in objects.Where(_missing.Contains))
        {
            answers.Add(one, null, RepeaterAnswers.Unsupported);
        }

        return answers;
    }

    /// <summary>Whether the agent is such a repeater at all.</summary>
    /// <exception cref="DeviceFaultException">As <see cref="AskAsync"/>.</exception>
    public async Task GreetAsync(CancellationToken ct)
    {
        var next = await peer.GetNextAsync(RepeaterMib.Root, ct).ConfigureAwait(false);
        if (next.ErrorStatus is SnmpError.NoAccess or SnmpError.AuthorizationError)
        {
            throw Refused();
        }

        if (next.Values is not [var first, ..] || next.ErrorStatus != SnmpError.None || !first.Name.IsBelow(RepeaterMib.Root))
        {
            throw new DeviceFaultException(FaultKind.Unsupported, $"It answers SNMP and has nothing below {RepeaterMib.Root}: another device than a Hytera repeater, or its view is closed.");
        }
    }

    /// <returns>What must be asked once more.</returns>
    private IEnumerable<RepeaterObject[]> Take(RepeaterObject[] asked, SnmpMessage answer, RepeaterAnswers answers)
    {
        if (answer.ErrorStatus is SnmpError.NoAccess or SnmpError.AuthorizationError)
        {
            throw Refused();
        }

        if (answer.ErrorStatus == SnmpError.None)
        {
            return TakeValues(asked, answer, answers);
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
            answers.Add(bad, null, RepeaterAnswers.Invalid);
        }

        return asked.Length > 1 ? [[.. asked.Where(one => one != bad)]] : [];
    }

    private IEnumerable<RepeaterObject[]> TakeValues(RepeaterObject[] asked, SnmpMessage answer, RepeaterAnswers answers)
    {
        bool fits = answer.Values.Select(value => value.Name).SequenceEqual(asked.Select(one => one.Id));
        if (!fits)
        {
            watch.Fault(FaultKind.Garbled, "answer-to-other-objects");
        }

        for (int i = 0; i < asked.Length; i++)
        {
            answers.Add(asked[i], fits ? answer.Values[i].Value : null, fits ? null : RepeaterAnswers.Invalid);
        }

        return [];
    }

    private static DeviceFaultException Refused() => new(FaultKind.Refused, "The repeater does not let this community read; check \"community\" and the repeater's SNMP settings.");
}
