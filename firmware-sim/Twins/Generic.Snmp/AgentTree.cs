using System.Text;
using EdgeGateway.Sim.Snmp;

namespace EdgeGateway.Sim.Twins.Generic.Snmp;

/// <summary>What an agent has to tell, in the order of a walk.</summary>
public sealed class AgentTree
{
    public const byte Counter32 = 0x41;

    public const byte Gauge = 0x42;

    public const byte Ticks = 0x43;

    public const byte Counter64 = 0x46;

    private readonly SortedList<uint[], byte[]> _values = new(Comparer<uint[]>.Create(AgentOid.Compare));

    public void Whole(string name, int value) => Put(name, AgentBer.Whole(value));

    public void Count(string name, byte tag, ulong value) => Put(name, AgentBer.Count(tag, value));

    public void Text(string name, string text) => Put(name, AgentBer.Wrap(0x04, Encoding.UTF8.GetBytes(text)));

    public void Bytes(string name, params byte[] bytes) => Put(name, AgentBer.Wrap(0x04, bytes));

    public void Remove(string name) => _values.Remove(AgentOid.Parse(name));

    /// <returns>The element of the value, or null.</returns>
    public byte[]? At(uint[] name) => _values.GetValueOrDefault(name);

    /// <returns>The first object behind that name, or null at the end.</returns>
    public (uint[] Name, byte[] Value)? Behind(uint[] name)
    {
        foreach ((uint[] candidate, byte[] value) in _values)
        {
            if (AgentOid.Compare(candidate, name) > 0)
            {
                return (candidate, value);
            }
        }

        return null;
    }

    private void Put(string name, byte[] element) => _values[AgentOid.Parse(name)] = element;
}
