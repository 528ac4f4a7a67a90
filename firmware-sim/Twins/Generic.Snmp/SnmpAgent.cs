using System.Text;
using EdgeGateway.Sim.Snmp;

namespace EdgeGateway.Sim.Twins.Generic.Snmp;

/// <summary>An agent of versions 1 and 2c: it tells what it is asked, in answers that fit into a frame, and refuses to be told anything.</summary>
public sealed class SnmpAgent(AgentTree tree, SnmpFaultPlan faults, string community)
{
    private const int NoSuchName = 2;
    private const int ReadOnly = 4;
    private const int NotWritable = 17;

    /// <summary>Bytes of bindings in one answer; further rows of a bulk question are left out.</summary>
    private const int MostBytes = 1300;

    private static readonly byte[] s_noInstance = [0x81, 0];
    private static readonly byte[] s_end = [0x82, 0];

    private int _asked;
    private int _mutedId = -1;

    /// <summary>Requests to change something, all of them refused.</summary>
    public int SetsRefused { get; private set; }

    /// <summary>Every object that was asked by its full name, once.</summary>
    public HashSet<string> Asked { get; } = [];

    /// <returns>The datagrams that go back, none for silence.</returns>
    public IReadOnlyList<byte[]> Answer(AgentQuestion question)
    {
        if (question.Community != community)
        {
            return [];
        }

        if (++_asked % Or(faults.MuteEvery) == 0 && question.Id != _mutedId)
        {
            _mutedId = question.Id;
            return [];
        }

        foreach (uint[] name in question.Names)
        {
            Asked.Add(string.Join('.', name));
        }

        byte[] answer = Judge(question);
        return _asked % Or(faults.WrongIdEvery) == 0 ? [Judge(question with { Id = question.Id ^ 0x5555 }), answer] : [answer];
    }

    private byte[] Judge(AgentQuestion question) => question.Kind switch
    {
        AgentQuestion.Set => Refuse(question),
        AgentQuestion.Bulk => Message(question, 0, 0, Rows(question)),
        _ => One(question),
    };

    private byte[] Refuse(AgentQuestion question)
    {
        SetsRefused++;
        return Message(question, question.Version == 0 ? ReadOnly : NotWritable, 1, question.Bindings);
    }

    private byte[] One(AgentQuestion question)
    {
        var pairs = new List<byte>();
        for (int i = 0; i < question.Names.Count; i++)
        {
            uint[] name = question.Names[i];
            (uint[] Name, byte[] Value)? found = question.Kind == AgentQuestion.Next ? Behind(name) : tree.At(name) is { } value ? (name, value) : null;
            if (found is null && question.Version == 0)
            {
                return Message(question, NoSuchName, i + 1, question.Bindings);
            }

            pairs.AddRange(Pair(found?.Name ?? name, found?.Value ?? (question.Kind == AgentQuestion.Next ? s_end : s_noInstance)));
        }

        return Message(question, 0, 0, [.. pairs]);
    }

    private byte[] Rows(AgentQuestion question)
    {
        var pairs = new List<byte>();
        uint[][] at = [.. question.Names];
        for (int row = 0; row < question.Rows && pairs.Count < MostBytes; row++)
        {
            for (int i = 0; i < at.Length; i++)
            {
                (uint[] Name, byte[] Value)? found = Behind(at[i]);
                pairs.AddRange(Pair(found?.Name ?? at[i], found?.Value ?? s_end));
                at[i] = found?.Name ?? at[i];
            }
        }

        return [.. pairs];
    }

    /// <summary>A broken agent tells the same object again and again.</summary>
    private (uint[] Name, byte[] Value)? Behind(uint[] name) => faults.Loops && tree.At(name) is { } same ? (name, same) : tree.Behind(name);

    private static byte[] Pair(uint[] name, byte[] value) => AgentBer.Wrap(0x30, AgentBer.Wrap(0x06, AgentOid.Encode(name)), value);

    private static byte[] Message(AgentQuestion question, int status, int index, byte[] bindings) => AgentBer.Wrap(
        0x30,
        AgentBer.Whole(question.Version),
        AgentBer.Wrap(0x04, Encoding.ASCII.GetBytes(question.Community)),
        AgentBer.Wrap(0xA2, AgentBer.Whole(question.Id), AgentBer.Whole(status), AgentBer.Whole(index), AgentBer.Wrap(0x30, bindings)));

    private static int Or(int every) => every > 0 ? every : int.MaxValue;
}
