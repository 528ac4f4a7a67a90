using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EdgeGateway.Sim.Radio;

/// <summary>What the radios show to those who carry them: each text that arrives is one line, in a file where one is named.</summary>
/// <param name="file">JSON lines, appended to; null keeps them in memory only.</param>
public sealed class RadioScreen(string? file)
{
    private readonly Lock _gate = new();
    private readonly HashSet<(int, int, uint)> _seen = [];

    public ConcurrentQueue<ShownText> Texts { get; } = new();

    /// <returns>What is shown; <see cref="ShownText.Again"/> when the same text had arrived before.</returns>
    public ShownText Show(int radio, int from, bool group, uint request, string text)
    {
        lock (_gate)
        {
            var shown = new ShownText(radio, from, group, request, text, Again: !_seen.Add((radio, from, request)));
            if (file is { Length: > 0 })
            {
                using var screen = new FileStream(file, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
                screen.Write(Encoding.UTF8.GetBytes(Line(shown)));
            }

            Texts.Enqueue(shown);
            return shown;
        }
    }

    private static string Line(ShownText shown) => new JsonObject
    {
        ["radio"] = shown.Radio,
        ["from"] = shown.From,
        ["group"] = shown.Group,
        ["requestId"] = shown.Request.ToString("x8", System.Globalization.CultureInfo.InvariantCulture),
        ["text"] = shown.Text,
        ["again"] = shown.Again,
    }.ToJsonString(s_readable) + "\n";

    private static readonly JsonSerializerOptions s_readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}

/// <summary>One text on a screen.</summary>
/// <param name="Radio">Whose screen; for a text to a group, the group.</param>
/// <param name="From">Sender.</param>
/// <param name="Group">True when it was for a group.</param>
/// <param name="Request">Its request id.</param>
/// <param name="Text">What it says.</param>
/// <param name="Again">True when it had been shown before.</param>
public sealed record ShownText(int Radio, int From, bool Group, uint Request, string Text, bool Again);
