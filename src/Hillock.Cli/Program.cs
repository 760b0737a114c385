using Hillock.Cli;

return await HillockCommand.RunAsync(args).ConfigureAwait(false);
