using System.Collections.Concurrent;
using System.Text;

namespace EdgeGateway.Sim.Twins.Cabinet.Nut;

/// <summary>What a NUT server knows and how it answers, line by line; every line that it was ever told is kept.</summary>
public sealed class NutDesk
{
    private readonly Lock _gate = new();
    private readonly NutProfile _profile;
    private readonly Dictionary<string, SortedDictionary<string, string>> _ups = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _heard = new();
    private int _answers;

    public NutDesk(NutProfile profile)
    {
        _profile = profile;
        foreach (string name in profile.Ups)
        {
            _ups[name] = new SortedDictionary<string, string>(StringComparer.Ordinal)
            {
                ["battery.charge"] = "97",
                ["battery.runtime"] = "1800",
                ["device.mfr"] = "Acme \"Power\" \\ Co",
                ["input.voltage"] = "229.5",
                ["output.voltage"] = "230.1",
                ["ups.load"] = "23",
                ["ups.status"] = "OL CHRG",
                ["ups.temperature"] = "31.5",
            };
        }
    }

    /// <summary>Everything that clients said, in their order.</summary>
    public IReadOnlyCollection<string> Heard => _heard;

    /// <summary><c>stale</c> and <c>gone</c> with 1 and 0 are about the UPS, all else is a variable.</summary>
    public void Set(string? ups, string variable, string value)
    {
        lock (_gate)
        {
            foreach (string name in ups is null ? [.. _ups.Keys] : new[] { ups })
            {
                _ups[name][variable] = value;
            }
        }
    }

    /// <returns>Whether it runs on its battery; null when its status does not say.</returns>
    public bool? OnBattery(string ups)
    {
        lock (_gate)
        {
            string[] words = _ups[ups]["ups.status"].Split(' ');
            return words.Contains("OB") ? true : words.Contains("OL") ? false : null;
        }
    }

    /// <summary>Whether a client that asks for it is told its state.</summary>
    public bool CanBeRead(string ups)
    {
        lock (_gate)
        {
            return Trouble(ups) is null;
        }
    }

    /// <param name="line">What a client said.</param>
    /// <param name="visitor">Who it is so far.</param>
    /// <returns>The answer with all its lines.</returns>
    public string Answer(string line, NutVisitor visitor)
    {
        _heard.Enqueue(line);
        lock (_gate)
        {
            string answer = line.Split(' ') switch
            {
                ["LIST", "UPS"] => "BEGIN LIST UPS\n" + string.Concat(_ups.Keys.Select(name => $"UPS {name} \"of the cabinet\"\n")) + "END LIST UPS\n",
                ["LIST", "VAR", var ups] => Trouble(ups) ?? List(ups),
                ["GET", "VAR", var ups, var variable] => Trouble(ups) ?? (_ups[ups].TryGetValue(variable, out string? value) ? Line(ups, variable, value) : "ERR VAR-NOT-SUPPORTED\n"),
                ["USERNAME", var user] => Said(() => visitor.User = user),
                ["PASSWORD", var password] => Said(() => visitor.Password = password),
                ["LOGIN", _] => visitor.User == _profile.User && visitor.Password == _profile.Password ? "OK\n" : "ERR ACCESS-DENIED\n",
                ["LOGOUT"] => "OK Goodbye\n",
                _ => "ERR UNKNOWN-COMMAND\n",
            };
            return Spoil(answer);
        }
    }

    private string? Trouble(string ups) => !_ups.TryGetValue(ups, out var variables) ? "ERR UNKNOWN-UPS\n"
        : variables.GetValueOrDefault("gone") == "1" ? "ERR DRIVER-NOT-CONNECTED\n"
        : variables.GetValueOrDefault("stale") == "1" ? "ERR DATA-STALE\n"
        : null;

    private string List(string ups) =>
        $"BEGIN LIST VAR {ups}\n" + string.Concat(_ups[ups].Where(pair => pair.Key.Contains('.', StringComparison.Ordinal)).Select(pair => Line(ups, pair.Key, pair.Value))) + $"END LIST VAR {ups}\n";

    private static string Line(string ups, string variable, string value) => $"VAR {ups} {variable} \"{new StringBuilder(value).Replace("\\", "\\\\").Replace("\"", "\\\"")}\"\n";

    private string Spoil(string answer)
    {
        var faults = _profile.Faults;
        _answers++;
        string before = (faults.Noise > 0 && _answers % faults.Noise == 0 ? "what is this \"\n" : string.Empty)
            + (faults.LongLine > 0 && _answers % faults.LongLine == 0 ? new string('x', 10_000) + "\n" : string.Empty);
        bool other = faults.OtherUps > 0 && _answers % faults.OtherUps == 0 && answer.StartsWith("BEGIN LIST VAR", StringComparison.Ordinal);
        return before + (other ? answer.Insert(answer.IndexOf('\n', StringComparison.Ordinal) + 1, Line("other", "ups.status", "OB LB")) : answer);
    }

    private static string Said(Action note)
    {
        note();
        return "OK\n";
    }
}
