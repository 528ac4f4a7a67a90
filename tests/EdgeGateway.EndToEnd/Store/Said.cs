using System.Globalization;

namespace EdgeGateway.EndToEnd.Store;

/// <summary>What a store child was told by the store, as far as it lived to say it.</summary>
internal sealed class Said
{
    private readonly HashSet<string> _refused = [];

    /// <summary>Texts by the number they got.</summary>
    public Dictionary<long, string> Acknowledged { get; } = [];

    /// <summary>Texts that the store said it knew already.</summary>
    public HashSet<string> Known { get; } = [];

    /// <summary>How often the store refused.</summary>
    public int Refusals { get; private set; }

    /// <summary>Texts that were refused and never acknowledged afterwards.</summary>
    public IEnumerable<string> Refused => _refused.Except(Acknowledged.Values).Except(Known);

    public static Said From(IEnumerable<string> lines)
    {
        var said = new Said();
        foreach (string line in lines)
        {
            said.Add(line);
        }

        return said;
    }

    /// <summary>Takes one line; what is not an answer, or was cut short by a kill, was never said.</summary>
    public void Add(string line)
    {
        string[] words = line.Split(' ');
        if (words is not [var answer, var text, "."])
        {
            return;
        }

        if (answer == "-")
        {
            Refusals++;
            _refused.Add(text);
        }
        else if (answer == "0")
        {
            Known.Add(text);
        }
        else
        {
            Assert.True(Acknowledged.TryAdd(long.Parse(answer, CultureInfo.InvariantCulture), text), $"number {answer} was given twice");
        }
    }
}
