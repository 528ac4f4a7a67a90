using System.CommandLine;

namespace EdgeGateway.CommandLine;

/// <summary>Options that several verbs have; every verb gets its own object, because a command owns its options.</summary>
internal static class CommonOptions
{
    public static Option<string> Config(VerbContext context) => new("--config", "-c")
    {
        Required = true,
        HelpName = "gateway.json",
        Description = context.Say(VerbWords.ConfigOption),
    };

    public static Option<bool> Json(VerbContext context) => new("--json") { Description = context.Say(VerbWords.JsonOption) };

    public static Option<string> Lang(VerbContext context)
    {
        var lang = new Option<string>("--lang") { Recursive = true, Description = context.Say(VerbWords.LangOption), HelpName = "en|zh" };
        lang.AcceptOnlyFromAmong(Language.English, Language.Chinese);
        return lang;
    }
}
