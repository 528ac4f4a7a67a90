using System.Text;
using EdgeGateway.Sim.Snmp;

namespace EdgeGateway.Sim.Twins.PdtRadio.HyteraSnmp;

/// <summary>
/// The repeater's SNMP agent, version 1: it tells what it is asked and refuses to be told anything, although the device it
/// plays would obey the same community (pdt-radio.md section 13).
/// </summary>
public sealed class RepeaterAgent(RepeaterObjects objects, RepeaterProfile profile)
{
    private const int TooBig = 1;
    private const int NoSuchName = 2;
    private const int ReadOnly = 4;
    private const int GenErr = 5;

    private byte[]? _late;
    private int _asked;
    private int _mutedId = -1;

    /// <summary>Requests to change something, all of them refused.</summary>
    public int SetsRefused { get; private set; }

    /// <returns>The datagrams that go back, none for silence.</returns>
    public IReadOnlyList<byte[]> Answer(AgentQuestion question)
    {
        if (question.Community != profile.Community)
        {
            return [];
        }

        if (++_asked % Or(profile.MuteEvery) == 0 && question.Id != _mutedId)
        {
            _mutedId = question.Id;
            return [];
        }

        var datagrams = new List<byte[]>();
        if (_late is { } late)
        {
            datagrams.Add(late);
            _late = null;
        }

        byte[] answer = Judge(question);
        if (_asked % Or(profile.LateEvery) == 0)
        {
            _late = answer;
            return datagrams;
        }

        if (_asked % Or(profile.WrongIdEvery) == 0)
        {
            datagrams.Add(Judge(question with { Id = question.Id ^ 0x5555 }));
        }

        datagrams.Add(answer);
        return datagrams;
    }

    private byte[] Judge(AgentQuestion question)
    {
        if (question.Kind == AgentQuestion.Set)
        {
            SetsRefused++;
            return Refusal(question, ReadOnly, 1);
        }

        if (question.Names.Count > profile.MostObjects)
        {
            return Refusal(question, TooBig, 0);
        }

        var pairs = new List<byte[]>();
        for (int i = 0; i < question.Names.Count; i++)
        {
            uint[] name = question.Names[i];
            if (objects.Fails(name))
            {
                return Refusal(question, GenErr, i + 1);
            }

            (uint[] Name, byte[] Value)? found = question.Kind == AgentQuestion.Next ? objects.Behind(name) : objects.At(name) is { } value ? (name, value) : null;
            if (found is not { } told)
            {
                return Refusal(question, NoSuchName, i + 1);
            }

            pairs.Add(AgentBer.Wrap(0x30, AgentBer.Wrap(0x06, AgentOid.Encode(told.Name)), told.Value));
        }

        return Message(question, 0, 0, [.. pairs.SelectMany(pair => pair)]);
    }

    private byte[] Refusal(AgentQuestion question, int status, int index) => Message(question, status, index, question.Bindings);

    private byte[] Message(AgentQuestion question, int status, int index, byte[] bindings) => AgentBer.Wrap(
        0x30,
        AgentBer.Whole(0),
        AgentBer.Wrap(0x04, Encoding.ASCII.GetBytes(question.Community)),
        AgentBer.Wrap(0xA2, AgentBer.Whole(question.Id), AgentBer.Whole(status), AgentBer.Whole(index), AgentBer.Wrap(0x30, bindings)));

    private static int Or(int every) => every > 0 ? every : int.MaxValue;
}
