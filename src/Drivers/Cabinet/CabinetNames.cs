using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Drivers.Cabinet;

/// <summary>Names that a site gives: 1 to 32 characters, each once.</summary>
internal sealed class CabinetNames
{
    private const int Longest = 32;

    private static readonly Words s_noName = new("is no name for a sensor", "不能作为传感器名称");
    private static readonly Words s_writeName = new("write 1 to 32 characters without control characters", "请写 1 到 32 个字符，不含控制字符");
    private static readonly Words s_twice = new("names two sensors", "两个传感器重名");
    private static readonly Words s_writeOther = new("give each sensor a name of its own", "请给每个传感器不同的名称");

    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    public string Read(SettingsReader settings)
    {
        string name = settings.RequiredText("name", s_writeName);
        if (name.Length > Longest || name.Any(char.IsControl) || name.Any(char.IsSurrogate))
        {
            settings.Wrong("name", "not-a-name", s_noName, s_writeName);
        }
        else if (name.Length > 0 && !_taken.Add(name))
        {
            settings.Wrong("name", "name-twice", s_twice, s_writeOther);
        }

        return name;
    }
}
