namespace EdgeGateway.Protocol.Commands;

/// <summary>States of a command as they stand in answers and readings.</summary>
public static class CommandWords
{
    private static readonly string[] s_words = ["accepted", "done", "failed", "refused", "expired", "unknown"];

    public static string Of(CommandState state) => s_words[(int)state];

    /// <returns>The state, or null when it is no such word.</returns>
    public static CommandState? StateOf(string? word) => Array.IndexOf(s_words, word) is >= 0 and var index ? (CommandState)index : null;
}
