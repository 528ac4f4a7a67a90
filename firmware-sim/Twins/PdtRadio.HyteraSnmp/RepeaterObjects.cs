using System.Buffers.Binary;
using System.Text;
using EdgeGateway.Sim.Snmp;

namespace EdgeGateway.Sim.Twins.PdtRadio.HyteraSnmp;

/// <summary>What a repeater has to tell, in the order of a walk (pdt-radio.md section 13).</summary>
public sealed class RepeaterObjects
{
    public const string Base = "1.3.6.1.4.1.40297.1.2.";

    private readonly SortedList<uint[], byte[]> _values = new(Comparer<uint[]>.Create(AgentOid.Compare));
    private readonly RepeaterProfile _profile;

    public RepeaterObjects(string name, RepeaterProfile profile)
    {
        _profile = profile;
        // Another branch, so that a walk does not begin with us.
        _values[AgentOid.Parse("1.3.6.1.2.1.1.5.0")] = AgentBer.Wrap(0x04, Encoding.ASCII.GetBytes(name));
        SetFloat("1.2.1", 13.6f);
        SetFloat("1.2.2", 27);
        SetFloat("1.2.4", 1.2f);
        SetFloat("1.2.5", 45);
        SetFloat("1.2.6", 0.4f);
        SetWhole("1.2.9", -200);
        SetWhole("1.2.10", -87);
        foreach (string zero in new[] { "1.2.11", "1.2.12", "1.1.1", "1.1.2", "1.1.6", "1.1.7", "1.1.8", "1.1.9", "4.12" })
        {
            SetWhole(zero, 0);
        }

        SetText("4.1", Encoding.ASCII.GetBytes("RD985\0\0\0"));
        SetText("4.2", Encoding.ASCII.GetBytes("RD985-00000000-000000"));
        SetText("4.3", Encoding.ASCII.GetBytes("A8.05.07.001"));
        SetText("4.4", Encoding.ASCII.GetBytes("V8.5"));
        SetText("4.5", Encoding.ASCII.GetBytes("SN" + name.ToUpperInvariant()));
        SetText("4.6", Encoding.ASCII.GetBytes(name));
        SetWhole("4.7", 420_111);
        SetText("4.9", Encoding.Unicode.GetBytes("信道 1".PadRight(16, '\0')));
        SetWhole("4.10", 351_012_500);
        SetWhole("4.11", 341_012_500);
        SetText("4.13", Encoding.Unicode.GetBytes("Zone A".PadRight(16, '\0')));
    }

    public void SetWhole(string suffix, int value) => Set(suffix, AgentBer.Whole(value));

    public void SetFloat(string suffix, float value)
    {
        byte[] bytes = new byte[4];
        BinaryPrimitives.WriteSingleLittleEndian(bytes, _profile.NotANumber.Contains(suffix) ? float.NaN : value);
        Set(suffix, AgentBer.Wrap(0x04, bytes));
    }

    public void SetText(string suffix, byte[] text) => Set(suffix, AgentBer.Wrap(0x04, text));

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

    public bool Fails(uint[] name) => _profile.Failing.Any(suffix => AgentOid.Compare(name, Name(suffix)) == 0);

    public static uint[] Name(string suffix) => AgentOid.Parse(Base + suffix + ".0");

    private void Set(string suffix, byte[] element)
    {
        if (!_profile.Missing.Contains(suffix))
        {
            _values[Name(suffix)] = element;
        }
    }
}
