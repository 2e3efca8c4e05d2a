using Planning.Host.Commands;

// The one place that names the system clock; everything else is given it.
#pragma warning disable RS0030
var clock = TimeProvider.System;
#pragma warning restore RS0030

return await CommandLine.Make(clock).Parse(args).InvokeAsync(CommandLine.Stoppable);
