using System.Text;

namespace EdgeGateway.Sim.Snmp;

/// <summary>A question as the agent reads it.</summary>
/// <param name="Community">As it came; whoever does not know it is not answered.</param>
/// <param name="Kind">0xA0 get, 0xA1 next, 0xA3 set, or anything else.</param>
/// <param name="Id">Comes back in the answer.</param>
/// <param name="Names">The objects.</param>
/// <param name="Bindings">The list as it came, for answers that only object to it.</param>
public sealed record AgentQuestion(string Community, byte Kind, int Id, IReadOnlyList<uint[]> Names, byte[] Bindings)
{
    /// <summary>0 for version 1, 1 for version 2c.</summary>
    public int Version { get; init; }

    /// <summary>Of a bulk question: how many objects behind each.</summary>
    public int Rows { get; init; }

    public const byte Get = 0xA0;

    public const byte Next = 0xA1;

    public const byte Set = 0xA3;

    public const byte Bulk = 0xA5;

    /// <param name="datagram">As it came.</param>
    /// <param name="latest">Last version that is understood, 0 for 1 and 1 for 2c.</param>
    /// <returns>The question, or null for what an agent silently drops: garbage, and other versions.</returns>
    public static AgentQuestion? Read(ReadOnlySpan<byte> datagram, int latest = 0)
    {
        try
        {
            ReadOnlySpan<byte> message = AgentBer.Take(ref datagram).Content;
            int version = AgentBer.Number(AgentBer.Take(ref message).Content);
            string community = Encoding.ASCII.GetString(AgentBer.Take(ref message).Content);
            (byte kind, byte[] pdu) = AgentBer.Take(ref message);
            ReadOnlySpan<byte> parts = pdu;
            int id = AgentBer.Number(AgentBer.Take(ref parts).Content);
            AgentBer.Take(ref parts);
            int rows = AgentBer.Number(AgentBer.Take(ref parts).Content);
            byte[] bindings = AgentBer.Take(ref parts).Content;
            return version >= 0 && version <= latest ? new AgentQuestion(community, kind, id, Objects(bindings), bindings) { Version = version, Rows = rows } : null;
        }
        catch (Exception error) when (error is FormatException or OverflowException or IndexOutOfRangeException)
        {
            return null;
        }
    }

    private static List<uint[]> Objects(byte[] bindings)
    {
        var names = new List<uint[]>();
        ReadOnlySpan<byte> left = bindings;
        while (!left.IsEmpty)
        {
            ReadOnlySpan<byte> pair = AgentBer.Take(ref left).Content;
            names.Add(AgentOid.Decode(AgentBer.Take(ref pair).Content));
        }

        return names;
    }
}
